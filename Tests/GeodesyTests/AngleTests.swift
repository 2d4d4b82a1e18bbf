import Geodesy
import Testing

@Suite struct AngleTests {
  @Test(arguments: [(0, 0), (360, 0), (-90, 270), (725, 5), (-1e-20, 0), (359.9, 359.9)] as [(Double, Double)])
  func `bearings are brought into 0 to 360`(degrees: Double, bearing: Double) {
    #expect(Angle(degrees: degrees).normalizedAsBearing.degrees == bearing)
  }

  @Test(
    arguments: [(0, "000°"), (44.6, "045°"), (359.6, "000°"), (-90, "270°"), (123.4, "123°")] as [(Double, String)])
  func `bearings have three digits`(degrees: Double, text: String) {
    #expect(Angle(degrees: degrees).formattedAsBearing == text)
  }

  @Test func `radians and degrees`() {
    #expect(Angle(radians: .pi).degrees == 180)
    #expect(Angle(degrees: 90).radians == .pi / 2)
    #expect(Angle(degrees: -12.5).formatted() == "-12.50°")
    #expect(Angle(degrees: .nan).formattedAsBearing == "nan°")
  }
}
